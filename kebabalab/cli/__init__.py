"""The `kebabalab` command."""

from __future__ import annotations

import importlib

import click

# What each command needs is loaded when it is called for: `--help` is there at once.
COMMANDS = {
    "serve": ("kebabalab.cli.serve", "Serve the shop: answer VAPI's webhooks and send texts."),
    "demo": ("kebabalab.cli.call_command", "Replay a recorded call against a server started for it."),
    "call": ("kebabalab.cli.call_command", "Replay a recorded call and print what was asked, answered and stored."),
    "orders": ("kebabalab.cli.orders_commands", "List orders, say how far one is, change one, show its history."),
    "staff": ("kebabalab.cli.staff_commands", "Say who may open the pages for staff, and pair the kitchen's tablets."),
    "callers": ("kebabalab.cli.callers_commands", "Have a person take the orders of a number: the block list."),
    "texts": ("kebabalab.cli.texts_commands", "See texts, and send those again that were given up."),
    "menu": ("kebabalab.cli.menu_commands", "Check and show the menu."),
    "parse": ("kebabalab.cli.parse_command", "Show what a sentence is understood as, and which words said so."),
    "doctor": ("kebabalab.cli.doctor", "Check settings, shop, database and services, and say what to do."),
    "db": ("kebabalab.cli.db_commands", "Back up, check, restore and bring up to date what the server keeps."),
    "keys": ("kebabalab.cli.keys_commands", "Make a key for what is kept of callers; encrypt all with the newest."),
    "privacy": ("kebabalab.cli.privacy_commands", "Show a person what is kept of them, and clear it when they ask."),
    "settings": ("kebabalab.cli.settings", "Print every setting with what it does, as .env.example does."),
    "vapi": ("kebabalab.cli.vapi_commands", "Write what VAPI must be given to answer the phone."),
    "worker": ("kebabalab.cli.worker_command", "Send waiting texts, apart from any server."),
}


class LazyGroup(click.Group):
    """Commands by name, imported when they are used."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names, in the order they are listed."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command with this name, or None."""
        if name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(COMMANDS[name][0]), name)
        assert isinstance(found, click.Command)  # noqa: S101
        return found

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_module, about) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="kebabalab")
def main() -> None:
    """The phone line that never loses an order.

    Exit codes: 0 done, 1 it did not work, 2 a setting, an option or a file is wrong.
    """
