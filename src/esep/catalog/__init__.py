"""Read a country pack; every complaint has a file and a line."""

from esep.catalog.catalog import Catalog
from esep.catalog.load import find_pack, load_catalog
from esep.catalog.register import RegionRegister
from esep.catalog.release import PackRelease
from esep.catalog.search import Hit, HitKind

__all__ = [
    "Catalog",
    "Hit",
    "HitKind",
    "PackRelease",
    "RegionRegister",
    "find_pack",
    "load_catalog",
]
