"""The chooser as a picture: where its boxes stand, the sheets of paper that it fills, SVG and PDF. No Qt."""
