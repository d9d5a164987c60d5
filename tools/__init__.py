"""What only an author or a host runs, by hand: nothing of the site imports it."""
