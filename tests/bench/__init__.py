"""The benches: Wordwire beside what else one could have built, under the same load on the same machine."""
