print("kb-bench")
