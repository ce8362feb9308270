"""What several pages share: data, filters, evidence, first start."""
