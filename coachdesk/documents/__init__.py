"""Tagged PDF and the commitment in its formats. Accepts Printable words only."""
