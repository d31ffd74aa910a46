"""The other designs that one could have built, written out so that they can be measured."""
