"""What a condition is: its language, its three values, what it may still become. Knows nothing else."""
