"""Teaching the reader: base encoders, examples, network, fitting, export."""
