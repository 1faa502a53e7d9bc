"""How jobs get done whatever falls over: by lanes of workers, held by locks that end with their holder."""
