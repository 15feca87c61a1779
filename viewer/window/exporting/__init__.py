"""The take-away from the window: export dialog, previews and print."""
