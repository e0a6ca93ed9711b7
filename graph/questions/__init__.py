"""The questions that a store answers: one module a question, each answer a frozen dataclass with its proofs."""
