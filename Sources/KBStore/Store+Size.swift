extension Store {
    /// How many notes there are, and how many sections a search can find.
    public func size() throws(StoreError) -> (notes: Int, sections: Int) {
        (try integer("SELECT count(*) FROM note"), try StoreState(of: connection).live)
    }
}
