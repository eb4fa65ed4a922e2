"""``python -m translit``: the command line."""

from .cli import main

main()
