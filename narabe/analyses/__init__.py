"""One function per question a user asks: ask the warehouse, compute, return a frozen result."""
