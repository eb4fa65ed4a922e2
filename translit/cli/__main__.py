"""``python -m translit.cli``, where the script ``translit`` is not on the path."""

from . import main

main()
