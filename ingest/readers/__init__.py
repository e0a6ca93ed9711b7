"""Readers: from a file to the document's text, one module a format.

Invariant: a reader gives plain text in the conventions that the structure pass reads (Markdown headings, bullets, cells
parted by tabs, a form feed where a page begins), and loses no word.
"""
