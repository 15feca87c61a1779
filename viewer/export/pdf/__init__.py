"""Pages for paper and projector: laid out once, painted on a PDF, a printer or a preview."""
