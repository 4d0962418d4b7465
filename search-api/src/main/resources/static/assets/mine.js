// The pages of own mail do what the search does.
import("/assets/search.js");
