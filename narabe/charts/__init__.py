"""Result -> Altair chart. `theme` alone knows colours and fonts."""
