"""An immutable snapshot of the corpus on disk, and the two engines that search it."""
