"""What is counted: webhooks by type, tool calls by name and outcome, refusals, how long answers take, and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from kebabalab.models.errors import StoreUnavailable

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# Types and tool names come from outside: each distinct one would be a time series of its own for ever.
KNOWN_TYPES = frozenset(
    "tool-calls function-call assistant-request transfer-destination-request handoff-destination-request status-update "
    "end-of-call-report hang conversation-update transcript speech-update user-interrupted model-output".split()
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The counters of one process."""

    registry: CollectorRegistry
    webhooks: Counter
    tools: Counter
    refused: Counter
    failures: Counter
    seconds: Histogram

    def webhook(self, kind: str, seconds: float) -> None:
        """Count a message of this type that took this long to answer."""
        label = known_type(kind)
        self.webhooks.labels(label).inc()
        self.seconds.labels(label).observe(seconds)

    def tool(self, name: str, *, ok: bool) -> None:
        """Count a tool call; `name` is a tool that there is."""
        self.tools.labels(name, "yes" if ok else "no").inc()

    def refusal(self, reason: str) -> None:
        """Count a request that was not let in."""
        self.refused.labels(reason).inc()

    def failure(self, reason: str) -> None:
        """Count a message that could not be answered as it should have been."""
        self.failures.labels(reason).inc()

    def page(self) -> bytes:
        """All of it in Prometheus's text format."""
        return generate_latest(self.registry)


@dataclass(frozen=True, slots=True)
class TextsInStore(Collector):
    """How many texts are in each state, looked up whenever somebody asks; nothing while the store is away."""

    counts: Callable[[], Mapping[str, int]]

    def collect(self) -> Iterator[Metric]:
        """The gauge."""
        gauge = GaugeMetricFamily("kebabalab_texts", "Texts waiting, late, and given up in 24 hours", labels=["state"])
        try:
            counts = self.counts()
        except StoreUnavailable:
            # /ready says so.
            return
        for state, count in counts.items():
            gauge.add_metric([state], count)
        yield gauge


def known_type(kind: str) -> str:
    """The type of a message as it may be shown: what is not known may be anything."""
    return kind if kind in KNOWN_TYPES else "other"


def new_metrics(texts: Callable[[], Mapping[str, int]] = dict) -> Metrics:
    """Counters at zero, with those of the process itself beside them; `texts` counts them in the store."""
    registry = CollectorRegistry()
    registry.register(TextsInStore(texts))
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    return Metrics(
        registry=registry,
        webhooks=Counter("kebabalab_webhooks", "Messages from VAPI", ["type"], registry=registry),
        tools=Counter("kebabalab_tool_calls", "Tool calls answered", ["tool", "ok"], registry=registry),
        refused=Counter("kebabalab_refused", "Requests not let in", ["reason"], registry=registry),
        failures=Counter("kebabalab_failures", "Messages that could not be served", ["reason"], registry=registry),
        seconds=Histogram(
            "kebabalab_webhook_seconds", "Time to answer a message", ["type"], registry=registry, buckets=BUCKETS
        ),
    )
