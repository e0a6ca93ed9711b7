"""The ledger: what its keepers decided on identity and on facts, applied each time that knowledge is derived.

`entries` holds a decision, which decisions stand and which contradict each other; `form` reads and writes the file;
`keeping` has the ledger of a store, its graph there, and adding to both in one step; `rulings` and `added` apply decisions
to statements; `values` says which values fit a fact; `deciding` makes decisions of what a keeper names.
"""
