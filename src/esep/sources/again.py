"""What did a release bring, read once more from the bytes as received?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from esep.catalog import Catalog
from esep.model.release import Release
from esep.sources.described.find import find_description
from esep.sources.described.prepare import prepare_described
from esep.sources.load import describe_pack_release
from esep.sources.prepare import Description, prepare
from esep.store.batch import Batch


def read_again(content: bytes, release: Release, catalog: Catalog) -> Batch:
    """The release as the pack reads its bytes today; its id, days and load stay what they were.

    A description that lay beside the file, and a stage that was given by hand, were not kept:
    without them some rows may be set aside, or the file refused.
    """
    listed = next(
        (
            each
            for each in catalog.releases
            if each.path.relative_to(catalog.path).as_posix() == release.file
        ),
        None,
    )
    described = (
        describe_pack_release(listed, catalog, id=release.id)
        if listed is not None
        else Description(
            id=release.id,
            source=release.source,
            title=release.title,
            published=release.published_at,
            published_note=release.published_note,
            file=release.file,
            address=release.address,
            kind=release.kind,
        )
    )
    layout = find_description(Path(release.file), catalog) if listed is None else None
    if layout is not None:
        batch = prepare_described(content, described, layout, catalog, now=release.loaded_at)
    else:
        batch = prepare(content, described, catalog, now=release.loaded_at)
    return replace(batch, release=replace(release, rows=batch.rows, issues=len(batch.issues)))
