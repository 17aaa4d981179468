"""Pictures of every screen in every theme, and of the main job from a new vault to the issued document."""
