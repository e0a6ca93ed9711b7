"""What is stated and known: facts, store, names, knowledge, questions."""
