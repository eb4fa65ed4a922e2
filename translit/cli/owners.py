"""Who installed a package: distributions whose packages lie in one folder, over each other.

Nothing of the rest of translit is imported here, so that this still answers when another distribution has written its
own ``translit/__init__.py`` over ours.
"""

from __future__ import annotations

import re
from importlib import metadata

OURS = "translit-names"
REINSTALL = f"pip install --force-reinstall {OURS}"


def version_of(distribution: str) -> str | None:
    """The installed version of a distribution, None when it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def owners_of(package: str) -> list[str]:
    """The distributions that install a top-level package of this name, each once, as they write themselves."""
    owners = {_normal(name): name for name in metadata.packages_distributions().get(package, [])}
    return [owners[name] for name in sorted(owners)]


def intruders() -> list[str]:
    """One line, with the way out, for each other distribution that installs a package ``translit``."""
    return [
        f"{other} {version_of(other)} installs a package `translit` too, over ours or in front of it: "
        f"pip uninstall {other}, then {REINSTALL}"
        for other in owners_of("translit")
        if _normal(other) != OURS
    ]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
