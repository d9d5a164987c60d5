"""What only an author or a host runs: commands on the content and on the directory, the words to translate."""
