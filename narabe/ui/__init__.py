"""The only room that imports streamlit: the frame and what pages are written with."""
