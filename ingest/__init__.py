"""From files to facts: readers, structure, extractors."""
