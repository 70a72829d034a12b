// The first source of this folder replaces this file.
