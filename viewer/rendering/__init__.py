"""Where Qt begins: faces, palettes, passages and charts on a paint device."""
