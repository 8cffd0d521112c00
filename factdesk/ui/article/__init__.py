"""The article as it is read and marked by a person. What is marked comes in as facts, wishes go out as signals."""
