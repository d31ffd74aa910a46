"""`make train`: trains the model that reads questions, scores it by pen, and writes it as one ONNX file."""
