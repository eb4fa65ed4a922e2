"""The root command: its commands, each imported when it runs, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click
from click.exceptions import Exit

from .. import __version__
from ..errors import TranslitError
from .command import Group

DONE, FAILED, INTERRUPTED = 0, 2, 130

# name: (module of translit.cli that has it as `command`, its line in the list of commands)
COMMANDS = {
    "romanize": ("romanizing", "Write Cyrillic in Latin letters."),
    "cyrillize": ("cyrillizing", "Write Latin letters back in Cyrillic."),
    "normalize": ("normalizing", "Write every known name of a text in one spelling."),
    "link": ("linking", "Say who and what is mentioned where."),
    "match": ("matching", "Say whether two spellings are one name, and why."),
    "variants": ("varying", "Write every spelling of a name, or a query for them."),
    "parse": ("parsing", "Say what each word of a name is."),
    "detect": ("detecting", "Say which language or scheme a name is in."),
    "resolve": ("resolving", "Find the entities that a name may mean."),
    "dedupe": ("deduplicating", "Say which records of a table are one person."),
    "schemes": ("scheme_list", "List, show and compare romanization schemes."),
    "tables": ("tables", "Check the tables."),
    "eval": ("evaluating", "Score linking on annotated texts."),
    "demo": ("demo", "Show the main job on a small corpus, with a page to look at."),
    "doctor": ("doctor", "Say what is installed, and what is missing or in the way."),
}


class Root(Group):
    """The group of all commands; no error leaves it but as one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        return import_module(f".{COMMANDS[name][0]}", __package__).command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in COMMANDS.items()])

    def main(self, args=None, prog_name=None, complete_var=None, standalone_mode=True, **extra):
        """Run one command line and exit: 0 done, 1 a check failed, 2 bad usage or input, 130 interrupted."""
        if "_TRANSLIT_COMPLETE" in os.environ:
            from click.shell_completion import shell_complete

            sys.exit(shell_complete(self, extra, "translit", "_TRANSLIT_COMPLETE", os.environ["_TRANSLIT_COMPLETE"]))
        args = sys.argv[1:] if args is None else list(args)
        sys.exit(self._run(args, extra))

    def _run(self, args: list[str], extra: dict) -> int:
        settings = extra.setdefault("obj", {})
        try:
            try:
                with self.make_context("translit", args, **extra) as ctx:
                    self.invoke(ctx)
            except Exit as ended:
                code = ended.exit_code
            else:
                code = DONE
            _flush()
            return code
        except BrokenPipeError:
            _close_quietly()
            return DONE
        except (KeyboardInterrupt, click.Abort):
            _flush(quietly=True)
            return INTERRUPTED
        except click.UsageError as fault:
            _flush(quietly=True)
            return _fail(_usage_line(fault))
        except Exception as fault:
            _flush(quietly=True)
            if settings.get("debug"):
                _show_traceback()
            if isinstance(fault, click.ClickException):
                return _fail(fault.format_message())
            if isinstance(fault, TranslitError):
                return _fail(str(fault))
            return _fail(f"bug: {type(fault).__name__}: {fault}; please report it, with what --debug prints")


def _usage_line(fault: click.UsageError) -> str:
    if isinstance(fault, click.NoSuchOption):
        from ..errors import nearest

        known = [name for option in fault.ctx.command.params for name in option.opts if name.startswith("-")]
        message = f"no option {fault.option_name}{nearest(fault.option_name, known)}"
    else:
        message = fault.format_message().removesuffix(".")
    if fault.ctx is None:
        return message
    path = fault.ctx.command_path
    said = path.removeprefix("translit").strip()
    return f"{said + ': ' if said else ''}{message[:1].lower() + message[1:]}; see `{path} --help`"


def _show_traceback() -> None:
    import traceback

    traceback.print_exc()


def _fail(message: str) -> int:
    if sys.stderr is not None:
        line = "translit: " + " ".join(message.splitlines())
        try:
            click.echo(line.encode("utf-8", "backslashreplace"), err=True)
        except OSError:
            pass  # nobody listens; the exit code says it
    return FAILED


def _flush(quietly: bool = False) -> None:
    """Send off what is written; ``quietly`` when something else is to be said already."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as fault:
        if isinstance(fault, BrokenPipeError) and not quietly:
            raise
        _close_quietly()
        if not quietly:
            raise click.ClickException(f"standard output: cannot be written ({fault.strerror})") from None


def _close_quietly() -> None:
    """Point standard output at nothing, so that the interpreter's last flush finds no closed pipe."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError, AttributeError):
        pass  # a stream without a file behind it


def _show_version(ctx: click.Context, option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"translit {__version__}")
        ctx.exit()


@click.group(
    cls=Root,
    name="translit",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
              help="Print the version.")  # fmt: skip
def root() -> None:
    """Names comparable across languages, alphabets and spellings.

    Text, CSV, TSV, JSONL and Parquet in, the same out. Every command reads files or standard input.
    """
