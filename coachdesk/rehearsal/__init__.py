"""Written cases played through the real services, as if a coach had typed them."""
