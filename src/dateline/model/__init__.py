"""What things are: frozen types, one concept a file. Nothing here computes; nothing here imports a stage."""
