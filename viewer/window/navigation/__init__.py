"""Getting about: find, go to, back and forward, bookmarks, panes and menus by keys."""
