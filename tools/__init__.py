"""What only an author or a host runs."""
