"""The tab for quality, HR's own: run the eval suite, read the results, test and improve."""
