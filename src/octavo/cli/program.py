"""The program as click sees it: options, commands, errors, the exit status."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from octavo import __version__
from octavo.cli import BUG, COMMANDS, INTERRUPTED, report
from octavo.errors import OctavoError


class _Commands(click.Group):
    """Loads a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"octavo.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - a fact about this package
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        # Of the table alone; click would import every command for its help.
        found = [
            CompletionItem(name, help=said)
            for name, said in sorted(COMMANDS.items())
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = report.did_you_mean(args[0], COMMANDS)
            ctx.fail(f"no command '{args[0]}'. {near or 'See octavo --help.'}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        # Here, where the context still knows the work's folder and the wish for colour.
        try:
            return super().invoke(ctx)
        except OctavoError as error:
            report.error(error, ctx.obj)
            return error.exit_code


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "directory",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Work in DIR, the folder of a book.yaml.",
)
@click.option(
    "--color/--no-color", default=None, help="Colour the output (default: on a terminal)."
)
@click.version_option(__version__, prog_name="octavo")
@click.pass_context
def program(context: click.Context, directory: Path, *, color: bool | None) -> None:
    """Turn a work of chapters and records into print-ready PDF and EPUB."""
    context.color = report.colour(wanted=color)
    context.obj = directory


def run(arguments: Sequence[str]) -> int:
    """Run a command line; return its exit status."""
    try:
        status = program.main([*arguments], prog_name="octavo", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("octavo: interrupted", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where bugs end
        report.bug(error, arguments)
        return BUG
    return status if isinstance(status, int) else 0
