"""An almost empty Streamlit page, served as the app is: the floor under every rerun time.

`uvicorn tests.bench.empty_app:app`
"""

import streamlit as st

if __name__ == "__main__":
    st.write("—")
else:
    app = st.App(__file__)
