"""Pure helpers for words, shared by the stages. Nothing here imports anything of ours."""
