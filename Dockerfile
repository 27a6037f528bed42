# The server in a container: an unprivileged user, every requirement pinned with its hash, data in /data alone.
# Building and running it: docs/RUNNING.md, "In a container".

FROM python:3.11-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/kebabalab
COPY requirements.txt ./
RUN /opt/kebabalab/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY kebabalab kebabalab
# What builds it is among what is pinned.
RUN /opt/kebabalab/bin/pip install --no-cache-dir --no-index --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin kebabalab \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data
COPY --from=build /opt/kebabalab /opt/kebabalab
COPY shops /shops
ENV PATH=/opt/kebabalab/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    HOST=0.0.0.0 \
    DATABASE_URL=sqlite:////data/kebabalab.db \
    SHOP_DIR=/shops/kebabalab
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/ready', timeout=4)"]
CMD ["kebabalab", "serve"]
