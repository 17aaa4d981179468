"""What a commitment is and says: life cycle, numbering, reasons, what stands in the way of issuing. Pure."""
