# bash completion for donthu; asks the program, so that it never goes stale.
_donthu() {
  local word=${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=$(donthu --help 2>/dev/null | sed -n 's/^  \([a-z]*\) .*/\1/p')
  elif [[ $word == -* ]]; then
    words=$(donthu "${COMP_WORDS[1]}" --help 2>/dev/null |
      grep -oE -e '--[a-z-]+' | sort -u)
  else
    compopt -o default
    return
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _donthu donthu
