"""How a command looks: help with examples that run, errors that name the nearest word, ``--debug``."""

from __future__ import annotations

from textwrap import dedent, indent

import click


def _set_debug(ctx: click.Context, option: click.Parameter, asked: bool) -> None:
    if asked and ctx.obj is not None:
        ctx.obj["debug"] = True


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"], is_flag=True, is_eager=True, expose_value=False, hidden=True, callback=_set_debug,
        help="Show the traceback of an error.",
    )  # fmt: skip


class Command(click.Command):
    """A command with ``examples``: console lines (``$ …`` and what they print), shown as they are and run by tests."""

    def __init__(self, *args, examples: str = "", **more):
        super().__init__(*args, **more)
        self.examples = dedent(examples).strip()
        self.params.append(_debug_option())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            formatter.write("\nExamples:\n" + indent(self.examples, "  ") + "\n")


class Group(click.Group):
    """A group whose commands are of class Command, and that knows what an unknown one was meant to be."""

    command_class = Command

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.params.append(_debug_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]):
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from ..errors import nearest

            known = self.list_commands(ctx)
            raise click.UsageError(f"no command {name!r}{nearest(name, known) or '; known: ' + ', '.join(known)}", ctx)
        return super().resolve_command(ctx, args)
