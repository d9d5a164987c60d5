"""What others would build with the usual pieces, to measure ourselves against in the same run."""
