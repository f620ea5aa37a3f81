"""From observations to values: every derivation is a function from lazy frames to a lazy frame.

Nothing here collects: the engine decides when and where to run. Nothing here loops over
regions: what holds for one holds for all of them in one pass.
"""
