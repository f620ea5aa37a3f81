"""The briefing of a region: an outline, facts for it, sentences in each language, documents."""
