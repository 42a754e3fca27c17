"""The bundled embedding model: how it is trained, measured and described."""
