"""English words of instructions; how they are looked for is told in `phrases`."""

from __future__ import annotations

ENGLISH: dict[str, tuple[str, ...]] = {
    "order": (
        *("=instructed", "=tasked", "=ordered", "=demanded", "=obliged"),
        *("=instructing", "=tasking", "=demanding", "=ordering", "=instructs", "=demands"),
        *("=orders =to", "=mandated", "=assigned"),
        *("=charged =with", "gave orders", "=insisted", "issued order", "set goal"),
    ),
    "ask": (
        *("=told", "=asked", "=urged", "=advised", "=asks", "=tells", "=bade", "=charged"),
        "=encharged",
    ),
    "wish": ("=wants", "=wanted", "=expects", "=wishes", "=would =like"),
    "task": (
        *("instruction", "=task", "=tasks", "assignment", "directive", "objective"),
        *("=parting =words", "=parting =word"),
    ),
    "it": ("=it", "=this", "=so", "=to =that =end", "=to =this =end"),
    "give": (
        *("=gave", "=given", "=set", "=issued", "=handed", "=outlined", "=gives"),
        *("=concerned", "=concern", "=covered", "=cover", "=related", "=relate", "=assigned"),
        *("=entrusted", "=sets", "=giving", "=setting", "=left", "=included", "=include"),
        *("=were =about", "=was =about", "=dealt =with", "=handed =out"),
    ),
    "get": ("=received", "=was =given", "=were =given", "=receives"),
    "several": (
        *("=number", "=list", "=series", "=several", "=range", "=set =of", "=some", "=specific"),
        *("=concrete", "=relevant", "=corresponding"),
    ),
    "such": ("=these =are", "=such", "=this =is", "=these =were", "=that =is"),
    "carry": (
        *("implement*", "=carried", "=carry", "=carrying", "fulfil*", "execut*", "=progress"),
        *("=pursuance", "=accordance", "=line", "perform*"),
    ),
    "back": (
        *("=on =instruction", "=on =instructions", "=on =orders", "=on =order", "=on =behalf"),
        *("=as =instructed", "=as =ordered", "=as =tasked", "=as =demanded", "=at =instruction"),
        *("in line with instruction", "in accordance with instruction", "pursuant instruction"),
        *("previously instructed", "earlier instructed", "=instructed =earlier"),
    ),
    "as": ("=as", "=which", "=when", "=what"),
    "stress": (
        *("=stressed", "=emphasized", "=emphasised", "=underlined", "=underscored", "=highlighted"),
        *("drew attention", "paid attention", "pays attention", "=called =for", "=called =on"),
        *("=called =upon", "noted importance", "noted need", "pointed out need", "focused =on"),
        *("pointed out importance", "=stresses", "=emphasizes", "=emphasises", "draws attention"),
        *("special attention", "particular attention", "spoke of need", "stress on", "emphasis on"),
        *("pointed to need", "=calls =for", "attached importance", "=reminded", "=cautioned"),
    ),
    "must": (
        *("=should", "=must", "=need =to", "=needs =to", "=has =to =be", "=have =to", "=has =to"),
        *("=necessary", "=required =to", "=ought", "=need =for", "=cannot", "=important =to"),
        *("=chief =tasks", "=main =task", "=crucial", "=essential", "=let"),
    ),
    "said": (
        *("=said", "=says", "=warned", "=believes", "=noted", "=added", "=thinks", "=view"),
        *("=opinion", "=according", "=considers", "=remarked", "=observed", "=concluded"),
        *("=argued", "=is =convinced", "=made =it =clear"),
    ),
    "he": ("=he", "=she", "=his", "=her"),
    "permanent": ("permanent basis", "=all =year =round", "year-round", "ongoing basis"),
    "weekly": ("=weekly", "every week"),
    "monthly": ("=monthly", "every month"),
    "quarterly": ("=quarterly", "every quarter"),
    "yearly": ("=annually", "every year", "=yearly"),
}  # fmt: skip

BEGIN_TASKS = frozenset(
    {
        *("ensure", "improve", "strengthen", "continue", "complete", "develop", "step"),
        *("increase", "speed", "accelerate", "provide", "take", "build", "create", "prepare"),
        *("keep", "intensify", "finish", "raise", "reduce", "solve", "bring", "make", "expand"),
        *("support", "attract", "put", "carry", "set", "report", "find", "introduce", "launch"),
        *("open", "repair", "modernize", "modernise", "resolve", "boost", "prevent", "protect"),
        *("restore", "review", "draw", "work", "monitor", "eliminate", "tackle", "cut", "start"),
        *("begin", "organise", "organize", "establish", "implement", "pay", "give", "focus"),
    }
)  # fmt: skip
"""Verbs that begin the next task of a list, where English tells them from nouns by nothing."""
