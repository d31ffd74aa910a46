"""The benches compare Wordwire with alternative designs, under the same load on the same machine."""
