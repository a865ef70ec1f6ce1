@main struct Swath { static func main() {} }
